# threat: keys/no-rotation
resource "aws_kms_key" "by_default" {}

# mitigated: keys/no-rotation
resource "aws_kms_key" "rotated" {
  enable_key_rotation = true
}

# threat: keys/no-rotation
resource "aws_kms_key" "rotated_but_disabled" {
  enable_key_rotation = true
  is_enabled          = false
}

# ok: keys/no-rotation
resource "aws_kms_key" "signing" {
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
}
