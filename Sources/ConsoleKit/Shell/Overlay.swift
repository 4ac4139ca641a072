/// What has the keys instead of the view.
enum Overlay {
    case prompt(Prompt)
    case confirmation(PendingConfirmation)
    case menu(Menu)
    case page(Page)
}
