# threat: network/traffic-past-vpc
resource "aws_sagemaker_notebook_instance" "free" {
  name          = "free"
  instance_type = "ml.t3.medium"
  role_arn      = "arn:aws:iam::111122223333:role/notebook"
}

# mitigated: network/traffic-past-vpc
resource "aws_sagemaker_notebook_instance" "kept" {
  name                   = "kept"
  instance_type          = "ml.t3.medium"
  role_arn               = "arn:aws:iam::111122223333:role/notebook"
  subnet_id              = "subnet-0a"
  security_groups        = ["sg-0a"]
  direct_internet_access = "Disabled"
}
