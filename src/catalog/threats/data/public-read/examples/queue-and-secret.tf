# threat: data/public-read
resource "aws_sqs_queue" "queue" {
  name = "queue"
}

data "aws_iam_policy_document" "queue_policy" {
  statement {
    actions   = ["sqs:*"]
    resources = [aws_sqs_queue.queue.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_sqs_queue_policy" "queue_policy" {
  queue_url = aws_sqs_queue.queue.id
  policy    = data.aws_iam_policy_document.queue_policy.json
}

# ok: data/public-read
resource "aws_sqs_queue" "own_queue" {
  name = "own-queue"
}

data "aws_iam_policy_document" "own_queue_policy" {
  statement {
    actions   = ["sqs:*"]
    resources = [aws_sqs_queue.own_queue.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-a1b2c3d4e5"]
    }
  }
}

resource "aws_sqs_queue_policy" "own_queue_policy" {
  queue_url = aws_sqs_queue.own_queue.id
  policy    = data.aws_iam_policy_document.own_queue_policy.json
}
