# as Queue
resource "aws_sqs_queue" "readings" {
  name = "readings"
}

# as Table
resource "aws_dynamodb_table" "readings" {
  name         = "readings"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

# = Policy
resource "aws_iot_policy" "devices" {
  name = "devices"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iot:*", Resource = "*" }]
  })
}

# = Rule
resource "aws_iot_topic_rule" "readings" {
  name        = "readings"
  enabled     = true
  sql         = "SELECT * FROM 'readings'"
  sql_version = "2016-03-23"
  sqs {
    queue_url  = aws_sqs_queue.readings.id
    role_arn   = "arn:aws:iam::111122223333:role/iot"
    use_base64 = false
  }
  error_action {
    dynamodbv2 {
      role_arn = "arn:aws:iam::111122223333:role/errors"
      put_item {
        table_name = aws_dynamodb_table.readings.name
      }
    }
  }
}
