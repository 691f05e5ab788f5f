# path: identity/register-second-factor (aws/enable-mfa)
resource "aws_iam_user" "registers" {
  name = "registers"
}

resource "aws_iam_user_policy" "registers" {
  name = "own"
  user = aws_iam_user.registers.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.store.arn}/*"
        Condition = {
          Bool = {
            "aws:MultiFactorAuthPresent" = "true"
          }
        }
      },
      {
        Effect   = "Allow"
        Action   = ["iam:EnableMFADevice", "iam:CreateVirtualMFADevice"]
        Resource = "*"
      },
    ]
  })
}

# no path: identity/register-second-factor (aws/enable-mfa)
resource "aws_iam_user" "has_no_device" {
  name = "has-no-device"
}

resource "aws_iam_user_policy" "has_no_device" {
  name = "own"
  user = aws_iam_user.has_no_device.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.store.arn}/*"
        Condition = {
          Bool = {
            "aws:MultiFactorAuthPresent" = "true"
          }
        }
      },
      {
        Effect   = "Allow"
        Action   = "iam:EnableMFADevice"
        Resource = "*"
      },
    ]
  })
}

# no path: identity/register-second-factor
resource "aws_iam_user" "makes_devices" {
  name = "makes-devices"
}

resource "aws_iam_user_policy" "makes_devices" {
  name = "own"
  user = aws_iam_user.makes_devices.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.store.arn}/*"
        Condition = {
          Bool = {
            "aws:MultiFactorAuthPresent" = "true"
          }
        }
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreateVirtualMFADevice"
        Resource = "*"
      },
    ]
  })
}

resource "aws_s3_bucket" "store" {
  bucket = "example-store"
}
