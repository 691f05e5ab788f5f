# threat: compute/root-user
resource "aws_sagemaker_notebook_instance" "everybody" {
  name          = "everybody"
  instance_type = "ml.t3.medium"
  role_arn      = "arn:aws:iam::123456789012:role/notebooks"
}

# mitigated: compute/root-user
resource "aws_sagemaker_notebook_instance" "kept" {
  name          = "kept"
  instance_type = "ml.t3.medium"
  role_arn      = "arn:aws:iam::123456789012:role/notebooks"
  root_access   = "Disabled"
}
