# path: identity/make-service-credential (aws/service-specific-credential)
resource "aws_iam_user" "creates" {
  name = "creates"
}

resource "aws_iam_user_policy" "creates" {
  name = "own"
  user = aws_iam_user.creates.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreateServiceSpecificCredential"
      Resource = aws_iam_user.developer.arn
    }]
  })
}

# no path: identity/make-service-credential (aws/service-specific-credential)
resource "aws_iam_user" "creates_for_another" {
  name = "creates-for-another"
}

resource "aws_iam_user_policy" "creates_for_another" {
  name = "own"
  user = aws_iam_user.creates_for_another.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreateServiceSpecificCredential"
      Resource = aws_iam_user.reader.arn
    }]
  })
}

# path: identity/make-service-credential (aws/service-specific-credential)
resource "aws_iam_user" "resets" {
  name = "resets"
}

resource "aws_iam_user_policy" "resets" {
  name = "own"
  user = aws_iam_user.resets.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:ResetServiceSpecificCredential"
      Resource = aws_iam_user.developer.arn
    }]
  })
}

resource "aws_iam_user" "developer" {
  name = "developer"
}

resource "aws_iam_user_policy" "developer" {
  name = "own"
  user = aws_iam_user.developer.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "codecommit:GitPush"
      Resource = aws_codecommit_repository.code.arn
    }]
  })
}

resource "aws_iam_user" "reader" {
  name = "reader"
}

resource "aws_iam_user_policy" "reader" {
  name = "own"
  user = aws_iam_user.reader.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "codecommit:GitPull"
      Resource = aws_codecommit_repository.code.arn
    }]
  })
}

resource "aws_codecommit_repository" "code" {
  repository_name = "shop"
}
