"""What cameras, phones, cards and computers need before, while and after patients' photos lie on them."""
