data "aws_caller_identity" "current" {}

# threat: data/public-write
resource "aws_sns_topic" "topic" {
  name = "topic"
}

data "aws_iam_policy_document" "topic_policy" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.topic.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_sns_topic_policy" "topic_policy" {
  arn    = aws_sns_topic.topic.arn
  policy = data.aws_iam_policy_document.topic_policy.json
}

# ok: data/public-write
resource "aws_sns_topic" "bucket_events" {
  name = "bucket-events"
}

data "aws_iam_policy_document" "bucket_events_policy" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.bucket_events.arn]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_sns_topic_policy" "bucket_events_policy" {
  arn    = aws_sns_topic.bucket_events.arn
  policy = data.aws_iam_policy_document.bucket_events_policy.json
}
