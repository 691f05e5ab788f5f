# threat: logging/threat-detection-off
resource "aws_guardduty_detector" "off" {
  enable = false
}

# mitigated: logging/threat-detection-off
resource "aws_guardduty_detector" "running" {
  enable = true
}
