//! What a widget that stands around another one leaves to it, named method by method: the rest is the widget's own.

/// Writes methods of `Widget` that do what the child in a field does, with the first subtree as the child's:
/// `through_child!(content: children, diff, size, layout);`.
macro_rules! through_child {
    ($child:ident: $($method:ident),+ $(,)?) => {
        $($crate::app::widget::through::through_child!(@$method $child);)+
    };
    (@children $child:ident) => {
        fn children(&self) -> Vec<iced::advanced::widget::Tree> {
            vec![iced::advanced::widget::Tree::new(&self.$child)]
        }
    };
    (@diff $child:ident) => {
        fn diff(&self, tree: &mut iced::advanced::widget::Tree) {
            tree.diff_children(std::slice::from_ref(&self.$child));
        }
    };
    (@size $child:ident) => {
        fn size(&self) -> iced::Size<iced::Length> {
            self.$child.as_widget().size()
        }

        fn size_hint(&self) -> iced::Size<iced::Length> {
            self.$child.as_widget().size_hint()
        }
    };
    (@layout $child:ident) => {
        fn layout(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            renderer: &iced::Renderer,
            limits: &iced::advanced::layout::Limits,
        ) -> iced::advanced::layout::Node {
            self.$child
                .as_widget_mut()
                .layout(&mut tree.children[0], renderer, limits)
        }
    };
    (@operate $child:ident) => {
        fn operate(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            renderer: &iced::Renderer,
            operation: &mut dyn iced::advanced::widget::Operation,
        ) {
            self.$child
                .as_widget_mut()
                .operate(&mut tree.children[0], layout, renderer, operation);
        }
    };
    (@update $child:ident) => {
        fn update(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            event: &iced::Event,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::advanced::mouse::Cursor,
            renderer: &iced::Renderer,
            clipboard: &mut dyn iced::advanced::Clipboard,
            shell: &mut iced::advanced::Shell<'_, Message>,
            viewport: &iced::Rectangle,
        ) {
            self.$child.as_widget_mut().update(
                &mut tree.children[0],
                event,
                layout,
                cursor,
                renderer,
                clipboard,
                shell,
                viewport,
            );
        }
    };
    (@mouse_interaction $child:ident) => {
        fn mouse_interaction(
            &self,
            tree: &iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::advanced::mouse::Cursor,
            viewport: &iced::Rectangle,
            renderer: &iced::Renderer,
        ) -> iced::advanced::mouse::Interaction {
            self.$child
                .as_widget()
                .mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
        }
    };
    (@draw $child:ident) => {
        fn draw(
            &self,
            tree: &iced::advanced::widget::Tree,
            renderer: &mut iced::Renderer,
            theme: &iced::Theme,
            style: &iced::advanced::renderer::Style,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::advanced::mouse::Cursor,
            viewport: &iced::Rectangle,
        ) {
            self.$child.as_widget().draw(
                &tree.children[0],
                renderer,
                theme,
                style,
                layout,
                cursor,
                viewport,
            );
        }
    };
    (@overlay $child:ident) => {
        fn overlay<'b>(
            &'b mut self,
            tree: &'b mut iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'b>,
            renderer: &iced::Renderer,
            viewport: &iced::Rectangle,
            translation: iced::Vector,
        ) -> Option<iced::advanced::overlay::Element<'b, Message, iced::Theme, iced::Renderer>> {
            self.$child
                .as_widget_mut()
                .overlay(&mut tree.children[0], layout, renderer, viewport, translation)
        }
    };
}

pub(in crate::app::widget) use through_child;
