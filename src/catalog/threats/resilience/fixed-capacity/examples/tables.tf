# threat: resilience/fixed-capacity
resource "aws_dynamodb_table" "fixed" {
  name           = "fixed"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
  attribute {
    name = "id"
    type = "S"
  }
}

# mitigated: resilience/fixed-capacity
resource "aws_dynamodb_table" "scaled" {
  name           = "scaled"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_appautoscaling_target" "scaled_reads" {
  min_capacity       = 5
  max_capacity       = 500
  resource_id        = "table/${aws_dynamodb_table.scaled.name}"
  role_arn           = "arn:aws:iam::123456789012:role/scaling"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  service_namespace  = "dynamodb"
}

resource "aws_appautoscaling_target" "scaled_writes" {
  min_capacity       = 5
  max_capacity       = 500
  resource_id        = "table/${aws_dynamodb_table.scaled.name}"
  role_arn           = "arn:aws:iam::123456789012:role/scaling"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  service_namespace  = "dynamodb"
}

# threat: resilience/fixed-capacity
resource "aws_dynamodb_table" "fixed_index" {
  name           = "fixed_index"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
  attribute {
    name = "id"
    type = "S"
  }
  attribute {
    name = "owner"
    type = "S"
  }
  global_secondary_index {
    name            = "ByOwner"
    hash_key        = "owner"
    projection_type = "ALL"
    read_capacity   = 5
    write_capacity  = 5
  }
}

resource "aws_appautoscaling_target" "index_reads" {
  min_capacity       = 5
  max_capacity       = 500
  resource_id        = "table/${aws_dynamodb_table.fixed_index.name}"
  role_arn           = "arn:aws:iam::123456789012:role/scaling"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  service_namespace  = "dynamodb"
}

resource "aws_appautoscaling_target" "index_writes" {
  min_capacity       = 5
  max_capacity       = 500
  resource_id        = "table/${aws_dynamodb_table.fixed_index.name}"
  role_arn           = "arn:aws:iam::123456789012:role/scaling"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  service_namespace  = "dynamodb"
}

resource "aws_appautoscaling_target" "index_own_reads" {
  min_capacity       = 5
  max_capacity       = 500
  resource_id        = "table/${aws_dynamodb_table.fixed_index.name}/index/ByOwner"
  role_arn           = "arn:aws:iam::123456789012:role/scaling"
  scalable_dimension = "dynamodb:index:ReadCapacityUnits"
  service_namespace  = "dynamodb"
}

# ok: resilience/fixed-capacity
resource "aws_dynamodb_table" "on_demand" {
  name         = "on_demand"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}
