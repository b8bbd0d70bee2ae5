"""The facilitator's side of a workshop: the parts of the workshop page and of the big screen."""
