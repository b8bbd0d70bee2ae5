"""The facilitator's side of a workshop: what the workshop page and the big screen are made of."""
