# path: identity/loosen-limits (iam-022)
resource "aws_iam_user" "lifts_its_boundary" {
  name                 = "lifts-its-boundary"
  permissions_boundary = aws_iam_policy.bound.arn
}

resource "aws_iam_user_policy" "lifts_its_boundary" {
  name = "own"
  user = aws_iam_user.lifts_its_boundary.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

# path: identity/loosen-limits (aws/wider-user-boundary)
resource "aws_iam_user" "widens_its_boundary" {
  name                 = "widens-its-boundary"
  permissions_boundary = aws_iam_policy.wide_bound.arn
}

resource "aws_iam_user_policy" "widens_its_boundary" {
  name = "own"
  user = aws_iam_user.widens_its_boundary.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

# no path: identity/loosen-limits (iam-022)
# no path: identity/loosen-limits (aws/wider-user-boundary)
resource "aws_iam_user" "lifts_nothing_more" {
  name                 = "lifts-nothing-more"
  permissions_boundary = aws_iam_policy.bound.arn
}

resource "aws_iam_user_policy" "lifts_nothing_more" {
  name = "own"
  user = aws_iam_user.lifts_nothing_more.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:ListAllMyBuckets", "iam:DeleteUserPermissionsBoundary", "iam:PutUserPermissionsBoundary"]
      Resource = "*"
    }]
  })
}

# path: identity/loosen-limits (iam-023)
resource "aws_iam_user" "lifts_aroles_boundary" {
  name = "lifts-aroles-boundary"
}

resource "aws_iam_user_policy" "lifts_aroles_boundary" {
  name = "own"
  user = aws_iam_user.lifts_aroles_boundary.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:DeleteRolePermissionsBoundary"
      Resource = aws_iam_role.bound_role.arn
    }]
  })
}

# path: identity/loosen-limits (aws/wider-role-boundary)
resource "aws_iam_user" "widens_aroles_boundary" {
  name = "widens-aroles-boundary"
}

resource "aws_iam_user_policy" "widens_aroles_boundary" {
  name = "own"
  user = aws_iam_user.widens_aroles_boundary.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PutRolePermissionsBoundary"
      Resource = aws_iam_role.replaced_role.arn
    }]
  })
}

# no path: identity/loosen-limits (iam-023)
# no path: identity/loosen-limits (aws/wider-role-boundary)
resource "aws_iam_user" "lifts_what_it_cannot_take" {
  name = "lifts-what-it-cannot-take"
}

resource "aws_iam_user_policy" "lifts_what_it_cannot_take" {
  name = "own"
  user = aws_iam_user.lifts_what_it_cannot_take.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:DeleteRolePermissionsBoundary", "iam:PutRolePermissionsBoundary"]
      Resource = aws_iam_role.untaken_role.arn
    }]
  })
}

resource "aws_iam_role" "bound_role" {
  name                 = "bound-role"
  permissions_boundary = aws_iam_policy.bound.arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = aws_iam_user.lifts_aroles_boundary.arn }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "bound_role" {
  name = "own"
  role = aws_iam_role.bound_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

resource "aws_iam_role" "replaced_role" {
  name                 = "replaced-role"
  permissions_boundary = aws_iam_policy.bound.arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = aws_iam_user.widens_aroles_boundary.arn }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "replaced_role" {
  name = "own"
  role = aws_iam_role.replaced_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

resource "aws_iam_role" "untaken_role" {
  name                 = "untaken-role"
  permissions_boundary = aws_iam_policy.bound.arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "glue.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "untaken_role" {
  name = "own"
  role = aws_iam_role.untaken_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

# path: identity/loosen-limits (aws/detach-deny)
resource "aws_iam_user" "detaches_the_deny" {
  name = "detaches-the-deny"
}

resource "aws_iam_user_policy" "detaches_the_deny" {
  name = "own"
  user = aws_iam_user.detaches_the_deny.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

resource "aws_iam_user_policy_attachment" "detaches_the_deny" {
  user       = aws_iam_user.detaches_the_deny.name
  policy_arn = aws_iam_policy.denying.arn
}

# path: identity/loosen-limits (aws/leave-denying-group)
resource "aws_iam_user" "leaves_the_group" {
  name = "leaves-the-group"
}

resource "aws_iam_user_policy" "leaves_the_group" {
  name = "own"
  user = aws_iam_user.leaves_the_group.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

resource "aws_iam_user_group_membership" "leaves_the_group" {
  user   = aws_iam_user.leaves_the_group.name
  groups = [aws_iam_group.guarded.name]
}

# path: identity/loosen-limits (aws/delete-deny)
resource "aws_iam_user" "deletes_the_deny" {
  name = "deletes-the-deny"
}

resource "aws_iam_user_policy" "deletes_the_deny" {
  name = "own"
  user = aws_iam_user.deletes_the_deny.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Deny"
      Action   = ["iam:CreateUser", "iam:CreateRole", "s3:GetObject"]
      Resource = "*"
    }]
  })
}

resource "aws_iam_user_policy_attachment" "deletes_the_deny" {
  user       = aws_iam_user.deletes_the_deny.name
  policy_arn = aws_iam_policy.power_of_users.arn
}

# no path: identity/loosen-limits (aws/detach-deny)
# no path: identity/loosen-limits (aws/delete-deny)
# no path: identity/loosen-limits (aws/leave-denying-group)
resource "aws_iam_user" "cannot_detach" {
  name = "cannot-detach"
}

resource "aws_iam_user_policy" "cannot_detach" {
  name = "own"
  user = aws_iam_user.cannot_detach.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

resource "aws_iam_user_policy_attachment" "cannot_detach" {
  user       = aws_iam_user.cannot_detach.name
  policy_arn = aws_iam_policy.denies_forever.arn
}

resource "aws_iam_policy" "bound" {
  name = "bound"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:ListAllMyBuckets", "iam:DeleteUserPermissionsBoundary"]
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "wide_bound" {
  name = "wide-bound"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:ListAllMyBuckets", "iam:PutUserPermissionsBoundary"]
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "denying" {
  name = "denying"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Deny"
      Action   = ["iam:CreateUser", "iam:CreateRole", "iam:PutUserPolicy", "iam:AttachUserPolicy", "iam:CreatePolicyVersion"]
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "power_of_users" {
  name = "power-of-users"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "iam:DeleteUserPolicy"]
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "denies_forever" {
  name = "denies-forever"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Deny"
      Action   = "iam:*"
      Resource = "*"
    }]
  })
}

resource "aws_iam_group" "guarded" {
  name = "guarded"
}

resource "aws_iam_group_policy" "guarded" {
  name  = "own"
  group = aws_iam_group.guarded.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Deny"
      Action   = ["iam:CreateUser", "iam:CreateRole", "iam:Put*", "iam:Attach*", "iam:Delete*", "iam:Detach*", "iam:CreatePolicyVersion"]
      Resource = "*"
    }]
  })
}

resource "aws_s3_bucket" "records" {}
