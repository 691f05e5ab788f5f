# threat: data/public-access-not-blocked
resource "aws_ebs_snapshot_block_public_access" "open" {
  state = "unblocked"
}

# mitigated: data/public-access-not-blocked
resource "aws_ebs_snapshot_block_public_access" "blocked" {
  state = "block-all-sharing"
}
