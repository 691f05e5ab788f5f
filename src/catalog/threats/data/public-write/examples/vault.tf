# threat: data/public-write
resource "aws_backup_vault" "copies" {
  name = "copies"
}

resource "aws_backup_vault_policy" "copies" {
  backup_vault_name = aws_backup_vault.copies.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "backup:CopyIntoBackupVault"
      Resource  = "*"
    }]
  })
}

# ok: data/public-write
resource "aws_backup_vault" "of_the_organization" {
  name = "of-the-organization"
}

resource "aws_backup_vault_policy" "of_the_organization" {
  backup_vault_name = aws_backup_vault.of_the_organization.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "backup:CopyIntoBackupVault"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abcdefghij" } }
    }]
  })
}
