# as Key
resource "aws_kms_key" "kafka" {}

# as Logs
resource "aws_cloudwatch_log_group" "kafka" {
  name = "kafka"
}

# = Good
resource "aws_msk_cluster" "good" {
  cluster_name           = "good"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2
  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    client_subnets  = ["subnet-0a", "subnet-0b"]
    security_groups = ["sg-0a"]
    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS"
      }
    }
  }
  client_authentication {
    sasl {
      iam   = true
      scram = true
    }
    tls {
      certificate_authority_arns = ["arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1"]
    }
  }
  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.kafka.arn
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT"
    }
  }
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = aws_cloudwatch_log_group.kafka.name
      }
    }
  }
}

# = Open
resource "aws_msk_cluster" "open" {
  cluster_name           = "open"
  kafka_version          = "2.8.1"
  number_of_broker_nodes = 2
  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    client_subnets  = ["subnet-0a", "subnet-0b"]
    security_groups = ["sg-0a"]
  }
  # Without authorities the provider leaves client certificates off.
  client_authentication {
    tls {}
  }
}
