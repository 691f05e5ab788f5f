# = Jobs
resource "aws_emr_cluster" "jobs" {
  name                   = "jobs"
  release_label          = "emr-7.1.0"
  applications           = ["Spark"]
  service_role           = "arn:aws:iam::111122223333:role/emr"
  autoscaling_role       = "arn:aws:iam::111122223333:role/scaling"
  log_uri                = "s3://logs/emr"
  termination_protection = true
  security_configuration = "encrypted"
  ec2_attributes {
    instance_profile                  = "jobs"
    subnet_id                         = "subnet-0a"
    emr_managed_master_security_group = "sg-0a"
    emr_managed_slave_security_group  = "sg-0b"
    additional_master_security_groups = "sg-0c,sg-0d"
  }
  master_instance_group {
    instance_type = "m5.xlarge"
  }
}
