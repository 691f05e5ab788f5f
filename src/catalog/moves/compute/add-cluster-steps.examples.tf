# path: compute/add-cluster-steps
resource "aws_iam_user" "adds" {
  name = "adds"
}

resource "aws_iam_user_policy" "adds" {
  name = "own"
  user = aws_iam_user.adds.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "elasticmapreduce:AddJobFlowSteps"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/add-cluster-steps
resource "aws_iam_user" "adds_not_all" {
  name = "adds-not-all"
}

resource "aws_iam_user_policy" "adds_not_all" {
  name = "own"
  user = aws_iam_user.adds_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "elasticmapreduce:ListSteps"
        Resource = "*"
      },
    ]
  })
}

resource "aws_emr_cluster" "nodes" {
  name          = "nodes"
  release_label = "emr-7.5.0"
  service_role  = aws_iam_role.service.name

  ec2_attributes {
    instance_profile = aws_iam_instance_profile.profile.name
  }

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  core_instance_group {
    instance_count = 1
    instance_type  = "m5.xlarge"
  }
}

resource "aws_iam_instance_profile" "profile" {
  name = "profile"
  role = aws_iam_role.node_role.name
}

resource "aws_iam_role" "node_role" {
  name = "node-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "service" {
  name = "service"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "elasticmapreduce.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
