data "aws_region" "here" {}

data "aws_caller_identity" "me" {}

locals {
  parameter = "arn:aws:ssm:${data.aws_region.here.name}:${data.aws_caller_identity.me.account_id}:parameter"
}

# Whoever reads a path reads what is below, also what he is denied by name.
# path: data/read-data
resource "aws_iam_user" "reads_the_whole_path" {
  name = "reads_the_whole_path"
}

resource "aws_iam_user_policy" "reads_the_whole_path" {
  user = aws_iam_user.reads_the_whole_path.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "ssm:GetParametersByPath", Resource = "${local.parameter}/shop" },
      { Effect = "Deny", Action = "ssm:GetParameter*", Resource = "${local.parameter}/shop/db/password" },
    ]
  })
}

# path: data/read-data
resource "aws_iam_user" "reads_paths_below" {
  name = "reads_paths_below"
}

resource "aws_iam_user_policy" "reads_paths_below" {
  user = aws_iam_user.reads_paths_below.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "ssm:GetParametersByPath", Resource = "${local.parameter}/shop/*" },
    ]
  })
}

# path: data/read-data
resource "aws_iam_user" "reads_what_it_was" {
  name = "reads_what_it_was"
}

resource "aws_iam_user_policy" "reads_what_it_was" {
  user = aws_iam_user.reads_what_it_was.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "ssm:GetParameterHistory", Resource = "${local.parameter}/shop/db/password" },
    ]
  })
}

# Nothing lies below the parameter itself.
# no path: data/read-data
resource "aws_iam_user" "names_the_parameter_as_path" {
  name = "names_the_parameter_as_path"
}

resource "aws_iam_user_policy" "names_the_parameter_as_path" {
  user = aws_iam_user.names_the_parameter_as_path.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "ssm:GetParametersByPath", Resource = "${local.parameter}/shop/db/password" },
    ]
  })
}

# no path: data/read-data
resource "aws_iam_user" "reads_another_path" {
  name = "reads_another_path"
}

resource "aws_iam_user_policy" "reads_another_path" {
  user = aws_iam_user.reads_another_path.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "ssm:GetParametersByPath", Resource = "${local.parameter}/blog" },
    ]
  })
}

# no path: data/read-data
resource "aws_iam_user" "is_denied_every_path_above" {
  name = "is_denied_every_path_above"
}

resource "aws_iam_user_policy" "is_denied_every_path_above" {
  user = aws_iam_user.is_denied_every_path_above.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "ssm:GetParametersByPath", Resource = "*" },
      { Effect = "Deny", Action = "ssm:GetParametersByPath", Resource = "${local.parameter}/" },
      { Effect = "Deny", Action = "ssm:GetParametersByPath", Resource = "${local.parameter}/shop*" },
    ]
  })
}

resource "aws_ssm_parameter" "password" {
  name  = "/shop/db/password"
  type  = "String"
  value = "correct-horse"
}
