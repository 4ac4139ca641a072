import TextCanvas

extension Console {
    /// The mouse was used.
    func point(_ event: MouseEvent) {
        let layout = ShellLayout(shell.size)
        switch event.action {
        case .wheelUp, .wheelDown:
            let rows = event.action == .wheelDown ? 3 : -3
            if case .page(var page) = shell.overlay {
                page.text.apply(.scrolled(.rows(rows)))
                shell.overlay = .page(page)
            } else if shell.overlay == nil {
                tell(.scrolled(rows))
            }
        case .click, .doubleClick:
            guard shell.overlay == nil else { return }
            click(event, layout)
        }
    }

    private func click(_ event: MouseEvent, _ layout: ShellLayout) {
        if layout.body.contains(event.position) {
            tell(.clicked(event.position))
            if event.action == .doubleClick, !tell(.doubleClicked(event.position)) { return }
            if event.action == .doubleClick { perform(.open) }
        } else if layout.crumbs?.contains(event.position) == true {
            clickCrumb(event.position.column)
        } else if layout.hints?.contains(event.position) == true,
            let action = hintLine().action(at: event.position.column)
        {
            perform(action)
        }
    }

    /// A click on a crumb goes back to its view.
    private func clickCrumb(_ column: Int) {
        guard let index = CrumbLine(views.entries.map(\.screen.crumb)).index(at: column) else { return }
        for _ in index + 1..<max(index + 1, views.entries.count) { goBack() }
    }
}
