# threat: data/public-read
resource "aws_dynamodb_table" "orders" {
  name             = "orders"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_IMAGE"

  attribute {
    name = "id"
    type = "S"
  }
}

data "aws_iam_policy_document" "orders_stream" {
  statement {
    actions   = ["dynamodb:GetRecords", "dynamodb:GetShardIterator"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_dynamodb_resource_policy" "orders_stream" {
  resource_arn = aws_dynamodb_table.orders.stream_arn
  policy       = data.aws_iam_policy_document.orders_stream.json
}

# ok: data/public-read
resource "aws_dynamodb_table" "own" {
  name             = "own"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_IMAGE"

  attribute {
    name = "id"
    type = "S"
  }
}

data "aws_iam_policy_document" "own_stream" {
  statement {
    actions   = ["dynamodb:GetRecords", "dynamodb:GetShardIterator"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-a1b2c3d4e5"]
    }
  }
}

resource "aws_dynamodb_resource_policy" "own_stream" {
  resource_arn = aws_dynamodb_table.own.stream_arn
  policy       = data.aws_iam_policy_document.own_stream.json
}
