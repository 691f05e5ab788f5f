/** Resources in one file, as `fileOf` writes them. */
export const resourcesPerFile = 5;

/** Texts by path of a root module; every file is a small service that refers to the one before it. */
export function sourceTexts(files: number): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {
    'main.tf': `
variable "project" {
  type    = string
  default = "shop"
}
variable "protect" {
  type    = bool
  default = true
}
locals {
  tags = merge({ Project = var.project }, { Owner = "team" })
}
data "aws_caller_identity" "me" {}
data "aws_region" "here" {}
`,
  };
  for (let at = 0; at < files; at += 1) texts[`service-${String(at).padStart(4, '0')}.tf`] = fileOf(at);
  return texts;
}

function fileOf(at: number): string {
  const before = at === 0 ? 0 : at - 1;
  return `
resource "aws_sqs_queue" "s${at}" {
  name                      = "\${var.project}-queue-${at}"
  message_retention_seconds = 60 * 60 * 24
  kms_master_key_id         = var.protect ? aws_kms_key.s${at}.arn : null
  tags                      = merge(local.tags, { Service = "${at}" })
}

resource "aws_kms_key" "s${at}" {
  description         = format("key of %s %03d", var.project, ${at})
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::\${data.aws_caller_identity.me.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

data "aws_iam_policy_document" "s${at}" {
  statement {
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
    resources = [aws_sqs_queue.s${before}.arn, "\${aws_sqs_queue.s${at}.arn}"]
  }
}

resource "aws_iam_role" "s${at}" {
  name               = lower("Role-${at}")
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "s${at}" {
  role   = aws_iam_role.s${at}.id
  policy = data.aws_iam_policy_document.s${at}.json
}

resource "aws_security_group" "s${at}" {
  count = var.protect ? 1 : 0
  name  = join("-", [var.project, "sg", ${at}])
  dynamic "ingress" {
    for_each = { for port in [443, 8443] : "p\${port}" => port if port != ${at} }
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = [cidrsubnet("10.0.0.0/8", 8, ${at % 256})]
    }
  }
}
`;
}
