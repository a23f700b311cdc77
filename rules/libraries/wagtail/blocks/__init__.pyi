# Wagtail 2.x to 7.x, `wagtail.blocks`: names that live elsewhere.

from wagtail.blocks.field_block import CharBlock as CharBlock, RawHTMLBlock as RawHTMLBlock, RichTextBlock as RichTextBlock
from wagtail.blocks.stream_block import StreamBlock as StreamBlock
from wagtail.blocks.struct_block import StructBlock as StructBlock
