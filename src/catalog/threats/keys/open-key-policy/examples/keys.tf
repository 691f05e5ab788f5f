data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "for_everybody" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

# threat: keys/open-key-policy
resource "aws_kms_key" "for_everybody" {
  policy = data.aws_iam_policy_document.for_everybody.json
}

data "aws_iam_policy_document" "for_the_account" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }

  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "kms:CallerAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

# mitigated: keys/open-key-policy
resource "aws_kms_key" "for_the_account" {
  policy = data.aws_iam_policy_document.for_the_account.json
}

data "aws_iam_policy_document" "left_to_iam" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }
}

# ok: keys/open-key-policy
resource "aws_kms_key" "left_to_iam" {
  policy = data.aws_iam_policy_document.left_to_iam.json
}

# ok: keys/open-key-policy
resource "aws_kms_key" "by_default" {}
