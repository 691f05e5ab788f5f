/** Reasons that hold for more than one check without a rule of ours. */
export const reasons = {
  classic:
    'EC2-Classic was retired in August 2022: nothing can be made outside of a VPC any more. https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/',
  tracing: 'Traces are samples for finding slow calls; they are no record of who did what.',
  metrics: 'Finer metrics show load and cost; what is done and by whom they do not show.',
  port: 'Another port number keeps nobody out who can connect; who can connect is judged.',
  description: 'Naming and description: style.',
  mediaStore:
    'AWS Elemental MediaStore ended on 13 November 2025. https://docs.aws.amazon.com/mediastore/latest/ug/what-is.html',
  qldb: 'Amazon QLDB ended on 31 July 2025. https://docs.aws.amazon.com/qldb/latest/developerguide/document-history.html',
  tuning: 'Performance and cost.',
  inVpc:
    'A function in a VPC reaches private resources; who may call it and what its role may do stays the same. https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
} as const;
