# threat: edge/unsigned-origin
resource "aws_cloudfront_distribution" "open" {
  enabled = true
  origin {
    origin_id   = "files"
    domain_name = "files.s3.eu-west-1.amazonaws.com"
  }
  default_cache_behavior {
    target_origin_id       = "files"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

# mitigated: edge/unsigned-origin
resource "aws_cloudfront_distribution" "signed" {
  enabled = true
  origin {
    origin_id                = "files"
    domain_name              = "files.s3.eu-west-1.amazonaws.com"
    origin_access_control_id = "E0A"
  }
  default_cache_behavior {
    target_origin_id       = "files"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
