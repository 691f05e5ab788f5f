# path: data/use-lake-permission
resource "aws_iam_user" "analyst" {
  name = "analyst"
}

resource "aws_iam_user_policy" "analyst" {
  name = "own"
  user = aws_iam_user.analyst.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["lakeformation:GetDataAccess", "glue:GetTable"], Resource = "*" }]
  })
}

# path: data/use-lake-permission
resource "aws_iam_user" "of_the_old_type" {
  name = "of-the-old-type"
}

resource "aws_iam_user_policy" "of_the_old_type" {
  name = "own"
  user = aws_iam_user.of_the_old_type.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["lakeformation:GetDataAccess", "glue:Get*"], Resource = "*" }]
  })
}

# no path: data/use-lake-permission
resource "aws_iam_user" "without_permission" {
  name = "without-permission"
}

resource "aws_iam_user_policy" "without_permission" {
  name = "own"
  user = aws_iam_user.without_permission.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["lakeformation:GetDataAccess", "glue:GetTable"], Resource = "*" }]
  })
}

# no path: data/use-lake-permission
resource "aws_iam_user" "without_right" {
  name = "without-right"
}

resource "aws_iam_user_policy" "without_right" {
  name = "own"
  user = aws_iam_user.without_right.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["glue:GetTable"], Resource = "*" }]
  })
}

# no path: data/use-lake-permission
resource "aws_iam_user" "describes_only" {
  name = "describes-only"
}

resource "aws_iam_user_policy" "describes_only" {
  name = "own"
  user = aws_iam_user.describes_only.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["lakeformation:GetDataAccess", "glue:GetTable"], Resource = "*" }]
  })
}

# no path: data/use-lake-permission
resource "aws_iam_user" "on_table_elsewhere" {
  name = "on-table-elsewhere"
}

resource "aws_iam_user_policy" "on_table_elsewhere" {
  name = "own"
  user = aws_iam_user.on_table_elsewhere.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["lakeformation:GetDataAccess", "glue:GetTable"], Resource = "*" }]
  })
}

resource "aws_s3_bucket" "lake" {
  bucket = "example-lake"
}

resource "aws_iam_role" "registrar" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lakeformation.amazonaws.com" }, Action = ["sts:AssumeRole"] }]
  })
}

resource "aws_iam_role_policy" "registrar" {
  name = "own"
  role = aws_iam_role.registrar.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "${aws_s3_bucket.lake.arn}/*" }]
  })
}

resource "aws_lakeformation_resource" "registered" {
  arn      = aws_s3_bucket.lake.arn
  role_arn = aws_iam_role.registrar.arn
}

resource "aws_glue_catalog_table" "orders" {
  name          = "orders"
  database_name = "sales"

  storage_descriptor {
    location = "s3://example-lake/orders/"
  }
}

resource "aws_glue_catalog_table" "foreign" {
  name          = "foreign"
  database_name = "sales"

  storage_descriptor {
    location = "s3://example-elsewhere/foreign/"
  }
}

resource "aws_lakeformation_permissions" "to_analyst" {
  principal   = aws_iam_user.analyst.arn
  permissions = ["SELECT"]

  table {
    database_name = "sales"
    name          = aws_glue_catalog_table.orders.name
  }
}

resource "aws_lakeformation_permissions" "of_old" {
  principal   = aws_iam_user.of_the_old_type.arn
  permissions = ["ALL"]

  table {
    database_name = "sales"
    wildcard      = true
  }
}

resource "aws_lakeformation_permissions" "to_one_without_right" {
  principal   = aws_iam_user.without_right.arn
  permissions = ["SELECT"]

  table {
    database_name = "sales"
    name          = "orders"
  }
}

resource "aws_lakeformation_permissions" "to_describe" {
  principal   = aws_iam_user.describes_only.arn
  permissions = ["DESCRIBE"]

  table {
    database_name = "sales"
    name          = "orders"
  }
}

resource "aws_lakeformation_permissions" "to_elsewhere" {
  principal   = aws_iam_user.on_table_elsewhere.arn
  permissions = ["SELECT"]

  table {
    database_name = "sales"
    name          = "foreign"
  }
}
