# threat: data/wide-resource-policy
resource "aws_sqs_queue" "orders" {
}

resource "aws_sqs_queue_policy" "wide" {
  queue_url = aws_sqs_queue.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }, Action = "sqs:*", Resource = "*" }
    ]
  })
}

# ok: data/wide-resource-policy
resource "aws_sqs_queue" "invoices" {
}

resource "aws_sqs_queue_policy" "narrow" {
  queue_url = aws_sqs_queue.invoices.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }, Action = "sqs:SendMessage", Resource = "*" }
    ]
  })
}
