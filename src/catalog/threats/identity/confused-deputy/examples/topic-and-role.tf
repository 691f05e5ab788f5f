# threat: identity/confused-deputy
resource "aws_sns_topic" "alarms" {
  name = "alarms"
}

data "aws_iam_policy_document" "alarms_policy" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}

resource "aws_sns_topic_policy" "alarms_policy" {
  arn    = aws_sns_topic.alarms.arn
  policy = data.aws_iam_policy_document.alarms_policy.json
}

# threat: identity/confused-deputy
resource "aws_iam_role" "copy_role" {
  name = "copy-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "dms.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
