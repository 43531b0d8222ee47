"""Those who work for the practice from outside and come by patients' photos: agreements, and what they must say."""
