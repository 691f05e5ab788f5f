# no path: data/share-copy
resource "aws_iam_user" "shares_what_cannot_be_shared" {
  name = "shares-what-cannot-be-shared"
}

resource "aws_iam_user_policy" "shares_what_cannot_be_shared" {
  name = "own"
  user = aws_iam_user.shares_what_cannot_be_shared.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ec2:CreateSnapshot", "ec2:ModifySnapshotAttribute"]
      Resource = "*"
    }]
  })
}

# path: data/share-copy
resource "aws_iam_user" "encrypts_anew" {
  name = "encrypts-anew"
}

resource "aws_iam_user_policy" "encrypts_anew" {
  name = "own"
  user = aws_iam_user.encrypts_anew.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ec2:CreateSnapshot", "ec2:CopySnapshot", "ec2:ModifySnapshotAttribute"]
      Resource = "*"
    }]
  })
}

resource "aws_ebs_volume" "disk" {
  availability_zone = "eu-west-1a"
  size              = 10
  encrypted         = true
}
