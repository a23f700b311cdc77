# treq 20 and later: the asynchronous calls of Twisted's HTTP client.

from treq.api import delete as delete, get as get, head as head, patch as patch, post as post, put as put, request as request
from treq.content import content as content, json_content as json_content, text_content as text_content
