document.addEventListener('DOMContentLoaded', () => {
  const greeting = document.getElementById('hello-world')
  if (greeting) greeting.textContent = t('hello_world', 'Hello, {name}!', { name: OC.getCurrentUser().displayName })
})
