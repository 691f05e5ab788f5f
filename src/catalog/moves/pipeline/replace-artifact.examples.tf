# path: pipeline/replace-artifact (aws/function-code-object)
resource "aws_iam_user" "writes" {
  name = "writes"
}

resource "aws_iam_user_policy" "writes" {
  name = "own"
  user = aws_iam_user.writes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.artifacts.arn}/*"
      },
    ]
  })
}

# no path: pipeline/replace-artifact (aws/function-code-object)
resource "aws_iam_user" "writes_pinned" {
  name = "writes-pinned"
}

resource "aws_iam_user_policy" "writes_pinned" {
  name = "own"
  user = aws_iam_user.writes_pinned.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.pinned.arn}/*"
      },
    ]
  })
}

# path: pipeline/replace-artifact (aws/image-in-use)
resource "aws_iam_user" "pushes" {
  name = "pushes"
}

resource "aws_iam_user_policy" "pushes" {
  name = "own"
  user = aws_iam_user.pushes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload"]
        Resource = aws_ecr_repository.moving.arn
      },
    ]
  })
}

# no path: pipeline/replace-artifact (aws/image-in-use)
resource "aws_iam_user" "pushes_fixed" {
  name = "pushes-fixed"
}

resource "aws_iam_user_policy" "pushes_fixed" {
  name = "own"
  user = aws_iam_user.pushes_fixed.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload"]
        Resource = aws_ecr_repository.unmoving.arn
      },
    ]
  })
}

resource "aws_s3_bucket" "artifacts" {
  bucket = "artifacts"
}

resource "aws_s3_bucket" "pinned" {
  bucket = "pinned"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  s3_bucket     = aws_s3_bucket.artifacts.id
  s3_key        = "code.zip"
}

resource "aws_lambda_function" "fixed" {
  function_name     = "fixed"
  runtime           = "nodejs22.x"
  handler           = "index.handler"
  role              = aws_iam_role.worker_role.arn
  s3_bucket         = aws_s3_bucket.pinned.id
  s3_key            = "code.zip"
  s3_object_version = "abc"
}

resource "aws_ecr_repository" "moving" {
  name                 = "moving"
  image_tag_mutability = "MUTABLE"
}

resource "aws_ecr_repository" "unmoving" {
  name                 = "unmoving"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_lambda_function" "image" {
  function_name = "image"
  package_type  = "Image"
  role          = aws_iam_role.worker_role.arn
  image_uri     = "${aws_ecr_repository.moving.repository_url}:live"
}

resource "aws_lambda_function" "fixed_image" {
  function_name = "fixed-image"
  package_type  = "Image"
  role          = aws_iam_role.worker_role.arn
  image_uri     = "${aws_ecr_repository.unmoving.repository_url}:live"
}

resource "aws_iam_role" "worker_role" {
  name = "worker-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
