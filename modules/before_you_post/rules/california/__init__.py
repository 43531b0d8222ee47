"""What California asks of a form beyond HIPAA, where the practice or the patient is there."""
