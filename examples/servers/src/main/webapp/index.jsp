<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<!doctype html>
<title>Versioned assets</title>
<link rel="stylesheet" href="${autoversion.url(pageContext.request.contextPath += '/static/css/app.css')}">
<script type="module" src="${autoversion.url(pageContext.request.contextPath += '/static/js/app.js')}"></script>
