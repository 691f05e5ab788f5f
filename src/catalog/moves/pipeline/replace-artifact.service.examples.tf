# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_bootstrap" {
  name = "writes-bootstrap"
}

resource "aws_iam_user_policy" "writes_bootstrap" {
  name = "own"
  user = aws_iam_user.writes_bootstrap.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.code.arn}/emr/setup.sh"
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_step" {
  name = "writes-step"
}

resource "aws_iam_user_policy" "writes_step" {
  name = "own"
  user = aws_iam_user.writes_step.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.code.arn}/emr/count.py"
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "writes_input" {
  name = "writes-input"
}

resource "aws_iam_user_policy" "writes_input" {
  name = "own"
  user = aws_iam_user.writes_input.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.code.arn}/emr/input/*"
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_flows" {
  name = "writes-flows"
}

resource "aws_iam_user_policy" "writes_flows" {
  name = "own"
  user = aws_iam_user.writes_flows.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.code.arn}/airflow/dags/any.py"
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_requirements" {
  name = "writes-requirements"
}

resource "aws_iam_user_policy" "writes_requirements" {
  name = "own"
  user = aws_iam_user.writes_requirements.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.code.arn}/airflow/requirements.txt"
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "writes_plugins" {
  name = "writes-plugins"
}

resource "aws_iam_user_policy" "writes_plugins" {
  name = "own"
  user = aws_iam_user.writes_plugins.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.code.arn}/airflow/plugins.zip"
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_model" {
  name = "writes-model"
}

resource "aws_iam_user_policy" "writes_model" {
  name = "own"
  user = aws_iam_user.writes_model.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.code.arn}/models/*"
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "writes_models" {
  name = "writes-models"
}

resource "aws_iam_user_policy" "writes_models" {
  name = "own"
  user = aws_iam_user.writes_models.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.code.arn}/model/*"
      },
    ]
  })
}

resource "aws_iam_role" "service_role" {
  name = "service-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "sagemaker.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "service_role" {
  name = "own"
  role = aws_iam_role.service_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.code.arn}/*"
      },
    ]
  })
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

resource "aws_iam_role_policy" "node_role" {
  name = "own"
  role = aws_iam_role.node_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.code.arn}/*"
      },
    ]
  })
}

resource "aws_iam_role" "flow_role" {
  name = "flow-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "airflow-env.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "flow_role" {
  name = "own"
  role = aws_iam_role.flow_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.code.arn}/*"
      },
    ]
  })
}

resource "aws_s3_bucket" "code" {
  bucket = "example-code"
}

resource "aws_iam_instance_profile" "nodes" {
  name = "nodes"
  role = aws_iam_role.node_role.name
}

resource "aws_emr_cluster" "cluster" {
  name                   = "counting"
  release_label          = "emr-7.0.0"
  service_role           = aws_iam_role.service_role.arn
  termination_protection = false

  ec2_attributes {
    instance_profile = aws_iam_instance_profile.nodes.name
  }

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  bootstrap_action {
    name = "setup"
    path = "s3://${aws_s3_bucket.code.bucket}/emr/setup.sh"
  }

  step {
    name              = "count"
    action_on_failure = "CONTINUE"

    hadoop_jar_step {
      jar  = "command-runner.jar"
      args = ["spark-submit", "s3://${aws_s3_bucket.code.bucket}/emr/count.py", "s3://${aws_s3_bucket.code.bucket}/emr/input/"]
    }
  }
}

resource "aws_mwaa_environment" "flows" {
  name                      = "flows"
  execution_role_arn        = aws_iam_role.flow_role.arn
  source_bucket_arn         = aws_s3_bucket.code.arn
  dag_s3_path               = "airflow/dags"
  requirements_s3_path      = "airflow/requirements.txt"
  plugins_s3_path           = "airflow/plugins.zip"
  plugins_s3_object_version = "abc"

  network_configuration {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_sagemaker_model" "model" {
  name               = "scores"
  execution_role_arn = aws_iam_role.service_role.arn

  primary_container {
    image          = "example.com/scores:1"
    model_data_url = "s3://${aws_s3_bucket.code.bucket}/models/scores.tar.gz"
  }
}
