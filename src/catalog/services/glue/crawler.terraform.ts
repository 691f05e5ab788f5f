import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tagMap } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Glue::Crawler',
  from: {
    aws_glue_crawler: makes({
      Name: 'name',
      CrawlerSecurityConfiguration: 'security_configuration',
      Role: 'role',
      Tags: tagMap,
    }),
  },
});
