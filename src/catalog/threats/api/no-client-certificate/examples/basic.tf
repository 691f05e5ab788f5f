# threat: api/no-client-certificate
resource "aws_api_gateway_stage" "nameless" {
  rest_api_id   = "shop"
  deployment_id = "0abc"
  stage_name    = "live"
}

# mitigated: api/no-client-certificate
resource "aws_api_gateway_stage" "named" {
  rest_api_id           = "shop"
  deployment_id         = "0abc"
  stage_name            = "tried"
  client_certificate_id = "cert"
}
