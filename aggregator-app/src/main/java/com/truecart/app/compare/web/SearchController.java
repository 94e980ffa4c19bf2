package com.truecart.app.compare.web;

import com.truecart.app.compare.ProductSearch;
import com.truecart.app.compare.SearchForm;
import com.truecart.search.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page. */
@Controller
class SearchController {

    private final ProductSearch search;

    SearchController(ProductSearch search) {
        this.search = search;
    }

    @GetMapping("/search")
    String search(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        model.addAttribute("answer", search.find(SearchForm.read(parameters)));
        model.addAttribute("sorts", Sort.values());
        return "compare/search";
    }

    /** Options for the search field, while somebody types. */
    @GetMapping("/search/suggestions")
    String suggestions(@RequestParam(name = "q", defaultValue = "") String typed, Model model) {
        model.addAttribute("suggestions", search.complete(typed));
        return "compare/suggestions :: options";
    }
}
