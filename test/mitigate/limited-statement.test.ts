import { expect, it } from 'vitest';
import { modelOfTexts } from '../support/model-of-texts.ts';

it('a statement that is limited to a bucket names its objects, and none of buckets whose names begin alike', async () => {
  const { document } = await modelOfTexts(
    {
      'main.tf': `
resource "aws_s3_bucket" "content" { bucket = "acme-content" }
resource "aws_s3_bucket" "private" { bucket = "acme-content-private" }
resource "aws_iam_role" "fn" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_iam_role_policy" "fn" {
  role   = aws_iam_role.fn.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = "*" }] })
}
resource "aws_lambda_function" "fn" {
  function_name = "fn"
  filename      = "fn.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  role          = aws_iam_role.fn.arn
  environment {
    variables = { BUCKET = aws_s3_bucket.content.bucket }
  }
}
resource "aws_lambda_function_url" "fn" {
  function_name      = aws_lambda_function.fn.function_name
  authorization_type = "NONE"
}
`,
    },
    { mostRuns: 20 },
  );
  const [limited] = document.mitigations.filter(({ title }) => title.startsWith('Limit statement 1'));
  expect(JSON.parse(limited?.patches?.[0]?.after ?? '').Resource).toEqual([
    '${aws_s3_bucket.content.arn}',
    '${aws_s3_bucket.content.arn}/*',
  ]);
});
