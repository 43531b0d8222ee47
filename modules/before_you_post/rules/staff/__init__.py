"""Whether those who work here were trained, use logins of their own, and lose access when they leave."""
