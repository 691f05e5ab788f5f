# threat: data/client-overrides
resource "aws_athena_workgroup" "loose" {
  name = "loose"
  configuration {
    enforce_workgroup_configuration = false
  }
}

# mitigated: data/client-overrides
resource "aws_athena_workgroup" "firm" {
  name = "firm"
  configuration {
    enforce_workgroup_configuration = true
  }
}
