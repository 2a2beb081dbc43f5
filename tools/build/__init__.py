"""사이트를 짓는다. MkDocs를 아는 것은 hook.py뿐이다."""
