document.body.append("versioned");
