data "aws_caller_identity" "current" {}

# path: data/read-data
resource "aws_iam_user" "reader" {
  name = "reader"
}

data "aws_iam_policy_document" "reader" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.papers.arn}/*"]
  }
}

resource "aws_iam_user_policy" "reader" {
  name   = "own"
  user   = aws_iam_user.reader.name
  policy = data.aws_iam_policy_document.reader.json
}

# path: data/read-data
resource "aws_iam_user" "folder_reader" {
  name = "folder-reader"
}

data "aws_iam_policy_document" "folder_reader" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.papers.arn}/public/*"]
  }
}

resource "aws_iam_user_policy" "folder_reader" {
  name   = "own"
  user   = aws_iam_user.folder_reader.name
  policy = data.aws_iam_policy_document.folder_reader.json
}

# no path: data/read-data
resource "aws_iam_user" "lister" {
  name = "lister"
}

data "aws_iam_policy_document" "lister" {
  statement {
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.papers.arn]
  }
}

resource "aws_iam_user_policy" "lister" {
  name   = "own"
  user   = aws_iam_user.lister.name
  policy = data.aws_iam_policy_document.lister.json
}

# no path: data/read-data
resource "aws_iam_user" "denied" {
  name = "denied"
}

data "aws_iam_policy_document" "denied" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }

  statement {
    effect    = "Deny"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.papers.arn}/*"]
  }

  statement {
    effect    = "Deny"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.sealed.arn}/*"]
  }
}

resource "aws_iam_user_policy" "denied" {
  name   = "own"
  user   = aws_iam_user.denied.name
  policy = data.aws_iam_policy_document.denied.json
}

# no path: data/read-data
resource "aws_iam_user" "without_key" {
  name = "without-key"
}

data "aws_iam_policy_document" "without_key" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.sealed.arn}/*"]
  }
}

resource "aws_iam_user_policy" "without_key" {
  name   = "own"
  user   = aws_iam_user.without_key.name
  policy = data.aws_iam_policy_document.without_key.json
}

# path: data/read-data
resource "aws_iam_user" "with_key" {
  name = "with-key"
}

data "aws_iam_policy_document" "with_key" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.sealed.arn}/*"]
  }

  statement {
    actions   = ["kms:Decrypt"]
    resources = [aws_kms_key.key.arn]
  }
}

resource "aws_iam_user_policy" "with_key" {
  name   = "own"
  user   = aws_iam_user.with_key.name
  policy = data.aws_iam_policy_document.with_key.json
}

resource "aws_s3_bucket" "papers" {}

resource "aws_s3_bucket" "sealed" {}

resource "aws_s3_bucket_server_side_encryption_configuration" "sealed" {
  bucket = aws_s3_bucket.sealed.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.key.arn
    }
  }
}

data "aws_iam_policy_document" "key" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }
}

resource "aws_kms_key" "key" {
  policy = data.aws_iam_policy_document.key.json
}
