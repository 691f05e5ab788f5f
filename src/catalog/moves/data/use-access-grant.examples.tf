# path: data/use-access-grant
resource "aws_iam_user" "analyst" {
  name = "analyst"
}

resource "aws_iam_user_policy" "analyst" {
  name = "own"
  user = aws_iam_user.analyst.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetDataAccess"], Resource = "*" }]
  })
}

# no path: data/use-access-grant
resource "aws_iam_user" "without_grant" {
  name = "without-grant"
}

resource "aws_iam_user_policy" "without_grant" {
  name = "own"
  user = aws_iam_user.without_grant.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetDataAccess"], Resource = "*" }]
  })
}

# no path: data/use-access-grant
resource "aws_iam_user" "without_right" {
  name = "without-right"
}

# no path: data/use-access-grant
resource "aws_iam_user" "elsewhere_only" {
  name = "elsewhere-only"
}

resource "aws_iam_user_policy" "elsewhere_only" {
  name = "own"
  user = aws_iam_user.elsewhere_only.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetDataAccess"], Resource = "*" }]
  })
}

# no path: data/use-access-grant
resource "aws_iam_user" "by_role_without_trust" {
  name = "by-role-without-trust"
}

resource "aws_iam_user_policy" "by_role_without_trust" {
  name = "own"
  user = aws_iam_user.by_role_without_trust.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetDataAccess"], Resource = "*" }]
  })
}

resource "aws_s3_bucket" "lake" {
  bucket = "example-lake"
}

resource "aws_s3control_access_grants_instance" "grants" {}

resource "aws_iam_role" "location_role" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "access-grants.s3.amazonaws.com" }, Action = ["sts:AssumeRole", "sts:SetSourceIdentity"] }]
  })
}

resource "aws_iam_role_policy" "location_role" {
  name = "own"
  role = aws_iam_role.location_role.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "${aws_s3_bucket.lake.arn}/*" }]
  })
}

resource "aws_iam_role" "idle" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = ["sts:AssumeRole"] }]
  })
}

resource "aws_iam_role_policy" "idle" {
  name = "own"
  role = aws_iam_role.idle.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "${aws_s3_bucket.lake.arn}/*" }]
  })
}

resource "aws_s3control_access_grants_location" "everywhere" {
  depends_on     = [aws_s3control_access_grants_instance.grants]
  iam_role_arn   = aws_iam_role.location_role.arn
  location_scope = "s3://"
}

resource "aws_s3control_access_grants_location" "of_idle" {
  depends_on     = [aws_s3control_access_grants_instance.grants]
  iam_role_arn   = aws_iam_role.idle.arn
  location_scope = "s3://example-lake/*"
}

resource "aws_s3control_access_grant" "to_analyst" {
  access_grants_location_id = aws_s3control_access_grants_location.everywhere.access_grants_location_id
  permission                = "READ"

  access_grants_location_configuration {
    s3_sub_prefix = "example-lake/reports/*"
  }

  grantee {
    grantee_type       = "IAM"
    grantee_identifier = aws_iam_user.analyst.arn
  }
}

resource "aws_s3control_access_grant" "to_one_without_right" {
  access_grants_location_id = aws_s3control_access_grants_location.everywhere.access_grants_location_id
  permission                = "READWRITE"

  access_grants_location_configuration {
    s3_sub_prefix = "example-lake/*"
  }

  grantee {
    grantee_type       = "IAM"
    grantee_identifier = aws_iam_user.without_right.arn
  }
}

resource "aws_s3control_access_grant" "to_elsewhere" {
  access_grants_location_id = aws_s3control_access_grants_location.everywhere.access_grants_location_id
  permission                = "READ"

  access_grants_location_configuration {
    s3_sub_prefix = "another-lake/*"
  }

  grantee {
    grantee_type       = "IAM"
    grantee_identifier = aws_iam_user.elsewhere_only.arn
  }
}

resource "aws_s3control_access_grant" "through_idle" {
  access_grants_location_id = aws_s3control_access_grants_location.of_idle.access_grants_location_id
  permission                = "READ"

  grantee {
    grantee_type       = "IAM"
    grantee_identifier = aws_iam_user.by_role_without_trust.arn
  }
}
