# threat: network/no-flow-logs
resource "aws_vpc" "dark" {
  cidr_block = "10.0.0.0/16"
}

# mitigated: network/no-flow-logs
resource "aws_vpc" "watched" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_flow_log" "flow_log" {
  vpc_id               = aws_vpc.watched.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs-111122223333"
}
