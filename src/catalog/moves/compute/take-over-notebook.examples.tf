# path: compute/take-over-notebook (sagemaker-004)
resource "aws_iam_user" "opens" {
  name = "opens"
}

resource "aws_iam_user_policy" "opens" {
  name = "own"
  user = aws_iam_user.opens.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sagemaker:CreatePresignedNotebookInstanceUrl"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-notebook (sagemaker-004)
resource "aws_iam_user" "opens_not_all" {
  name = "opens-not-all"
}

resource "aws_iam_user_policy" "opens_not_all" {
  name = "own"
  user = aws_iam_user.opens_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sagemaker:DescribeNotebookInstance"
        Resource = "*"
      },
    ]
  })
}

# path: compute/take-over-notebook (sagemaker-005)
resource "aws_iam_user" "sets_script" {
  name = "sets-script"
}

resource "aws_iam_user_policy" "sets_script" {
  name = "own"
  user = aws_iam_user.sets_script.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:StopNotebookInstance", "sagemaker:UpdateNotebookInstance", "sagemaker:StartNotebookInstance"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-notebook (sagemaker-005)
resource "aws_iam_user" "sets_script_not_all" {
  name = "sets-script-not-all"
}

resource "aws_iam_user_policy" "sets_script_not_all" {
  name = "own"
  user = aws_iam_user.sets_script_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:StopNotebookInstance", "sagemaker:UpdateNotebookInstance"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_sagemaker_notebook_instance" "notebook" {
  name          = "notebook"
  instance_type = "ml.t3.medium"
  role_arn      = aws_iam_role.notebook_role.arn
}

resource "aws_iam_role" "notebook_role" {
  name = "notebook-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "sagemaker.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
