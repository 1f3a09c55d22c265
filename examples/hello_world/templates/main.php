<?php
script('hello_world', 'main');
style('hello_world', 'style');
?>
<div id="hello-world"></div>
