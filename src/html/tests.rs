use super::page;

/// Pages and the prose in them.
#[test]
fn prose() {
    for (html, text) in [
        ("", ""),
        ("Rain  fell.\n", "Rain fell."),
        ("<p>One.<p>Two,<br>still two.</p>Three.", "One.\n\nTwo,\nstill two.\n\nThree."),
        ("A <b>bold</b>er <a href='x>y'>link</a>.", "A bolder link."),
        ("<div><div>In</div></div><div> out </div>", "In\n\nout"),
        ("<ul><li>One</li>\n<li>Two</li></ul>", "One\n\nTwo"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        // Not prose.
        ("<script>if (a<b) '</p>'</script>Yes<style>p{}</style>", "Yes"),
        ("<!-- no --><nav>Home <nav>In</nav> Out</nav><p>Yes</p><footer>no</footer>", "Yes"),
        ("<p hidden>No.<p>Yes.", "Yes."),
        ("<span aria-hidden=true>No <span>no</span></span> Yes.", "Yes."),
        ("<?php no ?><!doctype html><textarea><p>no</textarea>Yes", "Yes"),
        // The article of the page.
        ("<p>Top</p><main><p>Story.</p></main><p>Bottom</p>", "Story."),
        ("<main>More <article>Short</article><article>The longer one</article></main>", "The longer one"),
        ("<main>All <article><nav>no</nav></article></main>", "All"),
        ("<article>Outer <article>Inner</article> end", "Outer\n\nInner\n\nend"),
        // References.
        ("R&amp;D &lt;b&gt; &eacute;t&eacute; &#8211; &#x2014; &#146; &nbsp;x", "R&D <b> été – — ’ x"),
        ("AT&T &unknown; & &#xFFFFFFF; &#; &amp", "AT&T &unknown; & \u{FFFD} &#; &"),
        // What is no tag.
        ("1 < 2 and 3 > 2 <3", "1 < 2 and 3 > 2 <3"),
        ("<a title=\"unclosed>Text</a> on", "Text on"),
        ("Cut <b", "Cut"),
        ("<é>", "<é>"),
        ("<title>never closed", "never closed"),
    ] {
        assert_eq!(page(html).text, text, "{html}");
    }
}

/// Pages and what they say about themselves.
#[test]
fn about() {
    for (html, title, published) in [
        ("<title> A\n&amp; B </title>", Some("A & B"), None),
        ("<title>Site</title><h1>The <i>Head</i>line</h1>", Some("The Headline"), None),
        ("<h1>One</h1><meta property='og:title' content='The &quot;one&quot;'>", Some("The \"one\""), None),
        ("<meta content=2021-05-04T10:00:00Z property=article:published_time>", None, Some("2021-05-04")),
        ("<time datetime='2020-01-02'>2 January</time><time datetime=2021-01-02>", None, Some("2020-01-02")),
        (
            "<time datetime='2020-01-02'></time><meta name=DATE content='2019-03-04 05:06'>",
            None,
            Some("2019-03-04"),
        ),
        (
            "<meta name=date content=2018-01-01><meta itemprop=datePublished content=2019-01-01>",
            None,
            Some("2019-01-01"),
        ),
        (
            "<script type=application/ld+json>{\"datePublished\" : \"2022-06-07T08:00\"}</script>",
            None,
            Some("2022-06-07"),
        ),
        ("<meta name=date content=yesterday><time datetime=noon>", None, None),
    ] {
        let page = page(html);
        assert_eq!(page.title.as_deref(), title, "{html}");
        assert_eq!(page.published.map(|d| d.to_string()).as_deref(), published, "{html}");
    }
}

/// Any string gives a page, in time linear in its length.
#[test]
fn total() {
    let odd = [
        "<",
        "<!--",
        "<a b=\"",
        "<a b='>",
        "</",
        "<title>",
        "</title",
        "&",
        "&#",
        "é",
        "<p hidden>",
        "<article>",
    ];
    arbtest::arbtest(|u| {
        let mut html = String::new();
        while let Ok(true) = u.arbitrary::<bool>() {
            html.push_str(u.choose(&odd)?);
            html.push_str(u.arbitrary::<&str>()?);
        }
        page(&html);
        Ok(())
    });
    for piece in odd {
        page(&piece.repeat(200_000));
    }
}
