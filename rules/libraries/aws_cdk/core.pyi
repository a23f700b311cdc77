# AWS CDK 1.x and 2.x, `aws_cdk.core`: names that live elsewhere.

from aws_cdk import App as App, CfnOutput as CfnOutput, CfnResource as CfnResource, Duration as Duration, Environment as Environment, NestedStack as NestedStack, RemovalPolicy as RemovalPolicy, Resource as Resource, Stack as Stack, Stage as Stage, Tags as Tags
from constructs import Construct as Construct
