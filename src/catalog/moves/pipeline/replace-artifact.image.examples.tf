# path: pipeline/replace-artifact
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
        Resource = aws_ecr_repository.shop.arn
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "pushes_newest" {
  name = "pushes-newest"
}

resource "aws_iam_user_policy" "pushes_newest" {
  name = "own"
  user = aws_iam_user.pushes_newest.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload"]
        Resource = aws_ecr_repository.web.arn
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "only_tags" {
  name = "only-tags"
}

resource "aws_iam_user_policy" "only_tags" {
  name = "own"
  user = aws_iam_user.only_tags.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ecr:PutImage", "ecr:BatchGetImage"]
        Resource = aws_ecr_repository.shop.arn
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "pushes_layers" {
  name = "pushes-layers"
}

resource "aws_iam_user_policy" "pushes_layers" {
  name = "own"
  user = aws_iam_user.pushes_layers.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload"]
        Resource = aws_ecr_repository.shop.arn
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "pushes_unused" {
  name = "pushes-unused"
}

resource "aws_iam_user_policy" "pushes_unused" {
  name = "own"
  user = aws_iam_user.pushes_unused.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload"]
        Resource = aws_ecr_repository.unused.arn
      },
    ]
  })
}

resource "aws_iam_role" "task_role" {
  name = "task-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_ecr_repository" "shop" {
  name = "shop"
}

resource "aws_ecr_repository" "web" {
  name = "web"
}

resource "aws_ecr_repository" "unused" {
  name = "unused"
}

resource "aws_lambda_function" "live" {
  function_name = "live"
  package_type  = "Image"
  image_uri     = "${aws_ecr_repository.shop.repository_url}:live"
  role          = aws_iam_role.task_role.arn
}

resource "aws_lambda_function" "newest" {
  function_name = "newest"
  package_type  = "Image"
  image_uri     = aws_ecr_repository.web.repository_url
  role          = aws_iam_role.task_role.arn
}
